/** Files to Vietnamese text: extraction in a child process, OCR, legacy encodings, Vietnamese normal form. */
@NullMarked
package vn.qppl.text;

import org.jspecify.annotations.NullMarked;
