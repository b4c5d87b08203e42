/** Text as of a date: applies amending instructions to a base text, and lists what it could not apply and why. */
@NullMarked
package vn.qppl.consolidation;

import org.jspecify.annotations.NullMarked;
