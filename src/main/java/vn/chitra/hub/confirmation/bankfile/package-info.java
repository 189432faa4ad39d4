/** Answer files of banks: acknowledgements, results, refusals, statements, opened accounts. */
@NullMarked
package vn.chitra.hub.confirmation.bankfile;

import org.jspecify.annotations.NullMarked;
