/** The {@code bank-csv} kind of partner: text files separated by {@code |}, in and out (contract §1). */
@NullMarked
package vn.chitra.hub.channel.bankcsv;

import org.jspecify.annotations.NullMarked;
