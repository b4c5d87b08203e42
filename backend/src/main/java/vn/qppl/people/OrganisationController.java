package vn.qppl.people;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.qppl.people.SessionController.OrganisationName;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Organisations in time: read by everyone who signs in, kept by the administrator. */
@RestController
@RequestMapping("/api/organisations")
class OrganisationController {
    private final Organisations organisations;
    private final OrganisationDirectory directory;

    OrganisationController(Organisations organisations, OrganisationDirectory directory) {
        this.organisations = organisations;
        this.directory = directory;
    }

    /** @param validTo first day on which it no longer exists; absent while it does */
    record OrganisationView(
            long id,
            String name,
            @Nullable String shortName,
            String kind,
            OrganisationLevel level,
            @Nullable String placeCode,
            @Nullable String placeName,
            @Nullable String identifierCode,
            @Nullable Long parentId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<OrganisationName> predecessors,
            List<OrganisationName> successors,
            long version,
            List<String> actions) {}

    record OrganisationRequest(
            @Nullable Long version,
            @NotBlank @Size(max = 300) String name,
            @Nullable @Size(max = 120) String shortName,
            @NotNull @Pattern(regexp = "[A-Z_]{2,30}") String kind,
            @NotNull OrganisationLevel level,

            @Nullable @Pattern(regexp = "[0-9A-Za-z.-]{1,40}")
            String placeCode,

            @Nullable @Size(max = 200) String placeName,

            @Nullable @Pattern(regexp = "[0-9A-Za-z.-]{1,40}")
            String identifierCode,

            @Nullable Long parentId,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable @Size(max = 50) List<Long> predecessors) {

        Organisations.Facts facts() {
            return new Organisations.Facts(
                    name.strip(),
                    shortName,
                    kind,
                    level,
                    placeCode,
                    placeName,
                    identifierCode,
                    parentId,
                    validFrom,
                    validTo == null ? Organisations.OPEN : validTo,
                    predecessors == null ? List.of() : predecessors);
        }
    }

    @GetMapping
    @Requires(Permission.SIGNED_IN)
    Page<OrganisationView> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable OrganisationLevel level,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(defaultValue = "0") long after) {
        int most = Page.size(size, 50);
        var page = Page.of(
                organisations.list(new Organisations.Filter(q, level, on), after, most),
                most,
                organisation -> Long.toString(organisation.id()));
        return new Page<>(page.items().stream().map(this::view).toList(), page.next(), null);
    }

    @GetMapping("/{id}")
    @Requires(Permission.SIGNED_IN)
    OrganisationView get(@PathVariable long id) {
        return view(directory.get(id));
    }

    @PostMapping
    @Requires(Permission.MANAGE_PEOPLE)
    @ResponseStatus(HttpStatus.CREATED)
    OrganisationView create(@Valid @RequestBody OrganisationRequest request) {
        return view(directory.get(organisations.create(request.facts())));
    }

    @PutMapping("/{id}")
    @Requires(Permission.MANAGE_PEOPLE)
    OrganisationView change(@PathVariable long id, @Valid @RequestBody OrganisationRequest request) {
        long version = request.version() == null ? -1 : request.version();
        organisations.change(id, version, request.facts());
        return view(directory.get(id));
    }

    private OrganisationView view(Organisation organisation) {
        return new OrganisationView(
                organisation.id(),
                organisation.name(),
                organisation.shortName(),
                organisation.kind(),
                organisation.level(),
                organisation.placeCode(),
                organisation.placeName(),
                organisations.identifierCode(organisation.id()),
                organisation.parentId(),
                organisation.validFrom(),
                organisation.validTo().equals(Organisations.OPEN) ? null : organisation.validTo(),
                names(organisations.predecessors(organisation.id())),
                names(directory.successors(organisation.id())),
                organisation.version(),
                SignedIn.now().may(Permission.MANAGE_PEOPLE) ? List.of("edit") : List.of());
    }

    private static List<OrganisationName> names(List<Organisation> organisations) {
        return organisations.stream()
                .map(organisation -> new OrganisationName(organisation.id(), organisation.name()))
                .toList();
    }
}
