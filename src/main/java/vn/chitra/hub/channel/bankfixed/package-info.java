/** The {@code bank-fixed} kind of partner: records of fixed length, in and out (contract §2). */
@NullMarked
package vn.chitra.hub.channel.bankfixed;

import org.jspecify.annotations.NullMarked;
