package io.fengsui.crawler.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Makes a Quartz scheduler on our database, one node of the cluster of all portals that share it. */
final class Schedulers {
  /** The name of the cluster in Quartz's tables. */
  static final String NAME = "fengsui";

  private Schedulers() {}

  static Scheduler make(DataSource database, int workers) throws SchedulerException {
    String node = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    DBConnectionManager.getInstance().addConnectionProvider(node, new Connections(database));
    Scheduler scheduler = new StdSchedulerFactory(properties(node, workers)).getScheduler();
    // Quartz keeps schedulers by name, one in a process: two nodes of a cluster in one process are none the worse.
    SchedulerRepository.getInstance().remove(NAME);
    return scheduler;
  }

  private static Properties properties(String node, int workers) {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", NAME);
    // Quartz's own AUTO needs a host name that resolves, which a container may not have.
    properties.setProperty("org.quartz.scheduler.instanceId", node);
    // How late at most a node sees what another one has asked for.
    properties.setProperty("org.quartz.scheduler.idleWaitTime", "5000");
    properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    properties.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
    properties.setProperty("org.quartz.threadPool.threadCount", String.valueOf(workers));
    properties.setProperty("org.quartz.threadPool.threadNamePrefix", "crawl");
    properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    properties.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
    properties.setProperty("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
    properties.setProperty("org.quartz.jobStore.tablePrefix", "qrtz_");
    properties.setProperty("org.quartz.jobStore.useProperties", "true");
    properties.setProperty("org.quartz.jobStore.dataSource", node);
    properties.setProperty("org.quartz.jobStore.isClustered", "true");
    properties.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
    properties.setProperty("org.quartz.jobStore.dbRetryInterval", "2000");
    return properties;
  }

  /** Quartz's way to a data source; its life is not Quartz's business. */
  private record Connections(DataSource database) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return database.getConnection();
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown() {}
  }
}
