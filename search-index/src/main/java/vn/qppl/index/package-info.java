/** Lucene: schema, Vietnamese analysers, writing and asking. Knows no database. */
@NullMarked
package vn.qppl.index;

import org.jspecify.annotations.NullMarked;
