/** The hub's own MBeans, as Hawtio shows them; nothing in them names a person in full. */
@NullMarked
package vn.chitra.hub.operations.jmx;

import org.jspecify.annotations.NullMarked;
