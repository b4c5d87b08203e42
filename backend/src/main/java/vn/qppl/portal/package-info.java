/** The public site and open data: what is published, to anyone, without log-in. Own controllers, own records; never a staff view. */
@ApplicationModule(
        allowedDependencies = {
            "search",
            "wording",
            "effect",
            "document",
            "attachment",
            "index",
            "structure",
            "reading",
            "text",
            "web",
            "people"
        })
@NullMarked
package vn.qppl.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
