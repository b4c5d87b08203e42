/** What a document says of itself and of others: metadata, bases, citations, effect clauses and amending instructions, each with its evidence and confidence. */
@NullMarked
package vn.qppl.reading;

import org.jspecify.annotations.NullMarked;
