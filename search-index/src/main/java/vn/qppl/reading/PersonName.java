package vn.qppl.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of people as they stand under a signature. */
final class PersonName {
    private static final Pattern RANK = Pattern.compile(
            "^(?:(?:đại|thượng|trung|thiếu)\\s(?:tướng|tá|úy)|(?:chuẩn |phó )?đô đốc|gs|pgs|ts|ths|bs|bsckii|bscki|cn|ks|ông|bà|đồng chí|luật sư|giáo sư|tiến sĩ|viện sĩ)(?:[.,]\\s{0,2}|\\s)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Family names common in Vietnam, its minorities' included; without marks. Others are possible and only doubted. */
    private static final Set<String> FAMILIES = Arrays.stream(
                    ("nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dao dinh lam luong mai trinh doan truong phung"
                                    + " cao ta tong ha to chu chau thai quach thach son kim trieu luu la dam nghiem nong be ma vi hua lo cam quang deo sung giang vang thao ly lau mua"
                                    + " khuc khuong kieu la lac luc mac nham ninh nhu on ong pho quan sam tang than tieu ton tu tuong uong van vien vuong xa y a au an bach banh bo"
                                    + " ca cai chung co cu cung dan danh dieu dong duy giap gia han hang hi hinh hong hua huong huu ka kha khong khuat lai lan lien lieu ninh nong o phi phu"
                                    + " rơ ro ksor siu rmah nay kpa rcom rah lan hra dinh blong y h k ya bo thi thuong tran tri trung vien yen duong cam chuong dau dien doi lu lung mach nguy nhan tat thieu tri ung thao ngan lanh loc xong vừ vu giao hau hoa hien hoi no chi che ")
                            .split("\\s+"))
            .map(Marks::fold)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> NEVER = Set.of(
            "dieu", "phu", "noi", "can", "quyet", "chuong", "muc", "so", "thanh", "tinh", "ngay", "kinh", "uy", "hoi",
            "cong", "mau", "phan", "bieu", "danh", "ghi", "luu", "nhu", "van", "cac", "bo", "ban");

    private static final Set<String> NO_NAMES = Set.of(
            "nhandan",
            "phuluc",
            "noinhan",
            "cancu",
            "quyetdinh",
            "nghiquyet",
            "danhmuc",
            "mauso",
            "ghichu",
            "vanban",
            "hovaten",
            "hoten",
            "nguoiky",
            "daky",
            "nguoilap",
            "kyten",
            "nguoiphatngon",
            "chutich",
            "bomon",
            "thongtu",
            "nghidinh",
            "congbao",
            "quydinh",
            "quyche",
            "phuongan",
            "chinhphu",
            "quochoi",
            "phongban",
            "bieumau",
            "vanphong",
            "congdong");

    private PersonName() {}

    record Named(String name, boolean familiar) {}

    /** The name, without rank or degree, where the whole of these words is one. */
    static Optional<Named> in(String line) {
        var words = line.strip();
        for (var m = RANK.matcher(words); m.find() && m.start() == 0; m = RANK.matcher(words))
            words = words.substring(m.end()).strip();
        if (words.isEmpty() || words.length() > 45) return Optional.empty();
        var tokens = List.of(words.split("\\s+"));
        if (tokens.size() < 2 || tokens.size() > 6) return Optional.empty();
        boolean capitals = Marks.capitals(words);
        for (var token : tokens) {
            if (!Character.isUpperCase(token.charAt(0))) return Optional.empty();
            for (int i = 1; i < token.length(); i++) {
                char c = token.charAt(i);
                boolean fits = c == '\''
                        || c == '’'
                        || c == '-'
                        || (capitals
                                ? Character.isUpperCase(c)
                                : Character.isLowerCase(c)
                                        || token.charAt(i - 1) == '\''
                                        || token.charAt(i - 1) == '’'
                                        || token.charAt(i - 1) == '-');
                if (!fits) return Optional.empty();
            }
        }
        var letters = Marks.letters(words);
        if (NO_NAMES.contains(letters) || NO_NAMES.stream().anyMatch(letters::startsWith)) return Optional.empty();
        if (IssuingBody.begins(words) && !familiar(tokens.getFirst())
                || DocumentForm.named(words).isPresent()) return Optional.empty();
        var first = Marks.fold(tokens.getFirst());
        boolean familiar = familiar(tokens.getFirst());
        if (NEVER.contains(first) && tokens.size() == 2 && !familiar) return Optional.empty();
        return Optional.of(
                new Named(capitals ? Marks.names(String.join(" ", tokens)) : String.join(" ", tokens), familiar));
    }

    static boolean familiar(String token) {
        return FAMILIES.contains(Marks.letters(token));
    }
}
