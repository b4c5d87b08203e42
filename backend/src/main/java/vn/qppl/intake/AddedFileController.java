package vn.qppl.intake;

import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.qppl.people.SignedIn;
import vn.qppl.web.Permission;
import vn.qppl.web.Requires;

/** Adding a file to a document of the register. */
@RestController
class AddedFileController {
    private final AddedFiles added;

    AddedFileController(AddedFiles added) {
        this.added = added;
    }

    @PostMapping("/api/documents/{id}/files")
    @Requires(Permission.EDIT_REGISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable long id, @RequestParam AddedFiles.Role role, @RequestParam("file") MultipartFile file)
            throws IOException {
        try (var in = file.getInputStream()) {
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            added.add(id, in, name, role, SignedIn.now().id());
        }
    }
}
