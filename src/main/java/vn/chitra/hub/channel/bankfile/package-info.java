/** Answer files of banks: acknowledgements, results, refusals, statements, opened accounts. */
@NullMarked
package vn.chitra.hub.channel.bankfile;

import org.jspecify.annotations.NullMarked;
