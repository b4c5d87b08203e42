/**
 * Where the data lives: the data folder with its lock and secrets, and the database server. Without a {@code qppl.db} address a MariaDB
 * server of our own runs inside the data folder; with one, that MySQL or MariaDB is used.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.qppl.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
