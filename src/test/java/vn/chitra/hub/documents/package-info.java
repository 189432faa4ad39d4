/** Tests that compare the documents with the code. */
@NullMarked
package vn.chitra.hub.documents;

import org.jspecify.annotations.NullMarked;
