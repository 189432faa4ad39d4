/** Accounts of payees: helping people to one, checking names. */
@NullMarked
package vn.chitra.hub.account;

import org.jspecify.annotations.NullMarked;
