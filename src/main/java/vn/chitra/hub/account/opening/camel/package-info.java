/** Route beans for account opening. */
@NullMarked
package vn.chitra.hub.account.opening.camel;

import org.jspecify.annotations.NullMarked;
