/** Accounts of payees: account opening and name check. */
@NullMarked
package vn.chitra.hub.account;

import org.jspecify.annotations.NullMarked;
