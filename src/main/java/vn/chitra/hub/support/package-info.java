/** Clock, ids, money, text and statements; no business word. */
@NullMarked
package vn.chitra.hub.support;

import org.jspecify.annotations.NullMarked;
