/** Payment files of banks: {@code bank-csv} and {@code bank-fixed}, written and independently re-read. */
@NullMarked
package vn.chitra.hub.dispatch.bankfile;

import org.jspecify.annotations.NullMarked;
