/**
 * From file or spreadsheet to register: batches, readings, proposals, confirmation. The machine proposes with its evidence, a person
 * decides, the decision stays attached; nothing read changes the register by itself.
 */
@ApplicationModule(
        allowedDependencies = {
            "effect",
            "document",
            "attachment",
            "queue",
            "sheet",
            "queue",
            "reading",
            "search",
            "structure",
            "text",
            "web",
            "people",
            "audit"
        })
@NullMarked
package vn.qppl.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
