/** The tree of a legal text (Phần, Chương, Mục, Tiểu mục, Điều, khoản, điểm, Phụ lục), its addresses, numbers of documents, Akoma Ntoso. */
@NullMarked
package vn.qppl.structure;

import org.jspecify.annotations.NullMarked;
