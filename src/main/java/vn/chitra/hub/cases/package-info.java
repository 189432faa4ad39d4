/** Cases: problems that a person must decide. */
@NullMarked
package vn.chitra.hub.cases;

import org.jspecify.annotations.NullMarked;
