/** The name check: asks the bank who holds an account, before money is sent there. */
@NullMarked
package vn.chitra.hub.account.name;

import org.jspecify.annotations.NullMarked;
