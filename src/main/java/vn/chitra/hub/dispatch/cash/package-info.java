/** What the lists of post offices and communes have in common. */
@NullMarked
package vn.chitra.hub.dispatch.cash;

import org.jspecify.annotations.NullMarked;
