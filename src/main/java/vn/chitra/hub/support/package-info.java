/** Clock, ids, money: no business word. */
@NullMarked
package vn.chitra.hub.support;

import org.jspecify.annotations.NullMarked;
