/**
 * Speed, measured through the product: {@code ./qppl bench NAME}. Makes its own data, asks the running application as its users do,
 * and prints one JSON object a measure. Nothing of the application uses it.
 */
@ApplicationModule(allowedDependencies = {"index", "text", "structure"})
@NullMarked
package vn.qppl.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
