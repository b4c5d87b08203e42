package vn.qppl.review;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.qppl.people.OrganisationDirectory;
import vn.qppl.people.SignedIn;
import vn.qppl.sheet.SheetException;
import vn.qppl.web.Page;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Review lists of other offices, reconciled with the register. */
@RestController
@RequestMapping("/api/review-lists")
class ReviewListController {
    private final ReviewLists lists;
    private final OrganisationDirectory directory;

    ReviewListController(ReviewLists lists, OrganisationDirectory directory) {
        this.lists = lists;
        this.directory = directory;
    }

    record PlacementCount(Placement placement, String label, int rows) {}

    /** @param placements every one, also those without rows; they add up to {@code rows} */
    record ReviewListView(
            long id,
            String name,
            int rows,
            String importedBy,
            Instant importedAt,
            Instant reconciledAt,
            List<PlacementCount> placements) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.ASSIGN_REVIEWS)
    ReviewListView receive(@RequestParam("file") MultipartFile file) throws IOException {
        var given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var name = given.replaceAll("[\\\\/\\p{Cntrl}]+", " ").strip();
        var copy = Files.createTempFile("review-list", ".bin");
        try {
            file.transferTo(copy);
            return view(lists.get(lists.receive(copy, name, SignedIn.now().id())));
        } catch (SheetException noTable) {
            throw ReviewProblem.NOT_A_TABLE.with("problem", noTable.problem().name());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @GetMapping
    @Requires(Permission.READ_REVIEWS)
    Page<ReviewListView> lists(
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Long after) {
        int most = Page.size(size, 30);
        var page = Page.of(
                lists.list(after == null ? Long.MAX_VALUE : after, most), most, list -> Long.toString(list.id()));
        return new Page<>(page.items().stream().map(this::view).toList(), page.next(), page.total());
    }

    @GetMapping("/{id}")
    @Requires(Permission.READ_REVIEWS)
    ReviewListView list(@PathVariable long id) {
        return view(lists.get(id));
    }

    @GetMapping("/{id}/rows")
    @Requires(Permission.READ_REVIEWS)
    Page<ReviewLists.ReviewListedRow> rows(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Placement placement,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(defaultValue = "0") int after) {
        lists.get(id);
        int most = Page.size(size, 50);
        return Page.of(lists.rows(id, placement, after, most + 1), most, row -> Integer.toString(row.row()));
    }

    /** Looks for the rows' documents anew. */
    @PostMapping("/{id}/reconciliation")
    @Requires(Permission.ASSIGN_REVIEWS)
    ReviewListView reconcile(@PathVariable long id) {
        lists.reconcile(id);
        return view(lists.get(id));
    }

    private ReviewListView view(ReviewLists.ReviewList list) {
        return new ReviewListView(
                list.id(),
                list.name(),
                list.rows(),
                directory.personName(list.importedBy()),
                list.importedAt(),
                list.reconciledAt(),
                Arrays.stream(Placement.values())
                        .map(p -> new PlacementCount(p, p.label(), list.counts().getOrDefault(p, 0)))
                        .toList());
    }
}
