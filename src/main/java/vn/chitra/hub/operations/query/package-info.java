/** The queries of the console and their Vietnamese words, masked: one layer for the pages and for the MBeans. Reads only. */
@NullMarked
package vn.chitra.hub.operations.query;

import org.jspecify.annotations.NullMarked;
