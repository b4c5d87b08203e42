/** The application. */
@NullMarked
package vn.qppl;

import org.jspecify.annotations.NullMarked;
