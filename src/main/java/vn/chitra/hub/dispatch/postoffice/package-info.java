/** Lists for post offices: semicolon-separated text. */
@NullMarked
package vn.chitra.hub.dispatch.postoffice;

import org.jspecify.annotations.NullMarked;
