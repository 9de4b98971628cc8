package io.fengsui.crawler.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which PostgreSQL to use.
 *
 * @param url      JDBC URL of the operator's server, null or blank for the embedded one
 * @param username for that server
 * @param password for that server
 * @param data     folder for the embedded server's data; the major version is part of the folder's name inside it
 * @param port     of the embedded server, 0 for a free one, chosen once and kept
 */
public record DatabaseSettings(@Nullable String url, @Nullable String username, @Nullable String password, Path data,
    int port, int connections) {}
