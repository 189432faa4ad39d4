/** The provincial welfare database (contract §10): approved payrolls, people as they are now, receipts and results. */
@NullMarked
package vn.chitra.hub.welfare.jdbc;

import org.jspecify.annotations.NullMarked;
