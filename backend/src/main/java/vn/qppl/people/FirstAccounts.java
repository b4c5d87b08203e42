package vn.qppl.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.qppl.database.DataFolder;

/**
 * Who may sign in when there is nobody yet: with the sample pack the sample's people, otherwise one administrator whose password is
 * shown once and must be changed.
 */
@Component
@Order(FirstAccounts.ORDER)
class FirstAccounts implements ApplicationRunner {
    /** Before anything else that fills an empty installation. */
    static final int ORDER = -100;

    private static final String ONE_TIME = "first-administrator-password";

    private final Persons persons;
    private final Organisations organisations;
    private final KonTum konTum;
    private final PasswordEncoder passwords;
    private final DataFolder data;
    private final Clock clock;
    private final boolean sample;
    private final String samplePassword;

    FirstAccounts(
            Persons persons,
            Organisations organisations,
            KonTum konTum,
            PasswordEncoder passwords,
            DataFolder data,
            Clock clock,
            @Value("${qppl.sample}") boolean sample,
            @Value("${qppl.sample-password:}") String samplePassword) {
        this.persons = persons;
        this.organisations = organisations;
        this.konTum = konTum;
        this.passwords = passwords;
        this.data = data;
        this.clock = clock;
        this.sample = sample;
        this.samplePassword = samplePassword;
    }

    private record Account(String username, String displayName, Role role, String organisation) {}

    /**
     * Invented people of the sample. Those of Kon Tum keep the register as it was; casework of today is done by the bodies of Quảng Ngãi,
     * which took over on 1 July 2025.
     */
    private static final List<Account> SAMPLE = List.of(
            new Account("admin", "Quản trị hệ thống", Role.ADMINISTRATOR, "Sở Tư pháp tỉnh Kon Tum"),
            new Account("chuyenvien", "Y Hạnh", Role.DEPARTMENT_OFFICER, "Sở Tư pháp tỉnh Kon Tum"),
            new Account("chuyenvien2", "Trần Quốc Bảo", Role.DEPARTMENT_OFFICER, "Sở Tư pháp tỉnh Kon Tum"),
            new Account("lanhdao", "Nguyễn Thị Thu Hà", Role.DEPARTMENT_LEADER, "Sở Tư pháp tỉnh Kon Tum"),
            new Account("soanthao", "A Thành", Role.DRAFTING_OFFICER, "Sở Tài chính tỉnh Kon Tum"),
            new Account(
                    "vanphong", "Lê Minh Đức", Role.COMMITTEE_OFFICE_OFFICER, "Văn phòng Ủy ban nhân dân tỉnh Kon Tum"),
            new Account("tuphaphuyen", "Phạm Văn Lâm", Role.LOCAL_OFFICER, "Phòng Tư pháp huyện Đắk Tô"),
            new Account("truongphonghuyen", "Y Ngọc Lan", Role.LOCAL_LEADER, "Phòng Tư pháp huyện Đắk Tô"),
            new Account("canbo", "Hoàng Thị Mai", Role.OFFICIAL, "Sở Y tế tỉnh Kon Tum"),
            new Account("thanhtra", "Võ Đình Nam", Role.AUDITOR, "Thanh tra tỉnh Kon Tum"),
            new Account("sotaichinh", "Đỗ Thị Lan Anh", Role.DRAFTING_OFFICER, "Sở Tài chính tỉnh Quảng Ngãi"),
            new Account("soyte", "Bùi Văn Khánh", Role.DRAFTING_OFFICER, "Sở Y tế tỉnh Quảng Ngãi"),
            new Account("thamdinh", "Đinh Thị Hrê", Role.DEPARTMENT_OFFICER, "Sở Tư pháp tỉnh Quảng Ngãi"),
            new Account("thamdinh2", "Phan Minh Tuấn", Role.DEPARTMENT_OFFICER, "Sở Tư pháp tỉnh Quảng Ngãi"),
            new Account("giamdoc", "Huỳnh Ngọc Sơn", Role.DEPARTMENT_LEADER, "Sở Tư pháp tỉnh Quảng Ngãi"),
            new Account(
                    "ubndtinh",
                    "Tạ Công Dũng",
                    Role.COMMITTEE_OFFICE_OFFICER,
                    "Văn phòng Ủy ban nhân dân tỉnh Quảng Ngãi"),
            new Account(
                    "hdndtinh",
                    "Ngô Thanh Trúc",
                    Role.COUNCIL_OFFICE_OFFICER,
                    "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Quảng Ngãi"),
            new Account(
                    "kinhtephuong",
                    "Lý Thị Bích Ngọc",
                    Role.LOCAL_OFFICER,
                    "Phòng Kinh tế, Hạ tầng và Đô thị phường Kon Tum"),
            new Account("tuphapphuong", "Rơ Châm Dương", Role.LOCAL_OFFICER, KonTum.WARD_OFFICE),
            new Account("chanhvanphong", "Trương Quang Hải", Role.LOCAL_LEADER, KonTum.WARD_OFFICE));

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (persons.count() > 0) return;
        if (sample) sampleAccounts(konTum.load());
        else oneAdministrator();
    }

    private void sampleAccounts(Map<String, Long> organisationIds) {
        var password = samplePassword.isBlank() ? data.secret("sample-password") : samplePassword;
        var hash = Objects.requireNonNull(passwords.encode(password));
        markAsSample();
        for (var account : SAMPLE) {
            var organisation =
                    Objects.requireNonNull(organisationIds.get(account.organisation()), account.organisation());
            persons.save(new Person(
                    account.username(),
                    account.displayName(),
                    account.role(),
                    organisation,
                    hash,
                    false,
                    clock.instant()));
        }
    }

    /** Tells {@code ./qppl} that the sample's documents belong here too. */
    private void markAsSample() {
        try {
            Files.writeString(data.path().resolve("sample"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void oneAdministrator() {
        long organisation = organisations.create(new Organisations.Facts(
                "Cơ quan quản trị hệ thống",
                null,
                "OFFICE",
                OrganisationLevel.PROVINCE,
                null,
                null,
                null,
                null,
                clock.instant().atZone(clock.getZone()).toLocalDate(),
                Organisations.OPEN,
                List.of()));
        persons.save(new Person(
                "admin",
                "Quản trị hệ thống",
                Role.ADMINISTRATOR,
                organisation,
                Objects.requireNonNull(passwords.encode(data.secret(ONE_TIME))),
                true,
                clock.instant()));
    }

    /** The administrator has a password of their own now: the shown one is of no more use to anybody. */
    void forgetOneTimePassword(long personId) {
        var first = persons.findFirstByRoleAndActiveTrueOrderById(Role.ADMINISTRATOR);
        if (first.isEmpty() || first.get().id() != personId) return;
        try {
            Files.deleteIfExists(data.path().resolve("secrets").resolve(ONE_TIME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
