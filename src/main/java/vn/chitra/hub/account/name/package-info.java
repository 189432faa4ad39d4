/** Who holds an account, asked of the bank before money goes there. */
@NullMarked
package vn.chitra.hub.account.name;

import org.jspecify.annotations.NullMarked;
