/** The offline commands of ./qppl: read, rank, consolidate. */
@NullMarked
package vn.qppl.cli;

import org.jspecify.annotations.NullMarked;
