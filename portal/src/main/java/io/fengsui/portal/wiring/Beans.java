package io.fengsui.portal.wiring;

import io.fengsui.crawler.LastCapture;
import io.fengsui.crawler.Probe;
import io.fengsui.crawler.schedule.QuartzSchedule;
import io.fengsui.crawler.schedule.Schedule;
import io.fengsui.crawler.store.Acknowledgement;
import io.fengsui.crawler.store.SourceStates;
import io.fengsui.indexer.query.Query;
import io.fengsui.portal.account.OperatorController;
import io.fengsui.portal.account.OperatorGate;
import io.fengsui.portal.api.ApiController;
import io.fengsui.portal.evidence.EvidenceController;
import io.fengsui.portal.notice.NoticeController;
import io.fengsui.portal.page.BufferedFiles;
import io.fengsui.portal.page.FaultPages;
import io.fengsui.portal.page.LanguageSwitch;
import io.fengsui.portal.page.Layouts;
import io.fengsui.portal.page.Naming;
import io.fengsui.portal.page.ResponseHeaders;
import io.fengsui.portal.page.SameOrigin;
import io.fengsui.portal.page.Visitors;
import io.fengsui.portal.page.Words;
import io.fengsui.portal.search.Answers;
import io.fengsui.portal.search.SearchController;
import io.fengsui.portal.source.Overview;
import io.fengsui.portal.source.SourceController;
import io.fengsui.portal.source.SourceReports;
import io.fengsui.portal.status.Figures;
import io.fengsui.portal.status.StartingFilter;
import io.fengsui.portal.status.StatusController;
import io.fengsui.portal.workbench.Drafting;
import io.fengsui.portal.workbench.Preview;
import io.fengsui.portal.workbench.SourceFolder;
import io.fengsui.portal.workbench.WorkbenchController;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Every bean of the portal, made by hand: what is not here does not run. */
@Configuration(proxyBeanMethods = false)
class Beans {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean(destroyMethod = "")
  Parts parts(Environment environment) {
    return Parts.of(io.fengsui.portal.wiring.Configuration.of(environment));
  }

  @Bean(destroyMethod = "")
  Schedule schedule(Parts parts) {
    int workers = parts.configuration().settings().crawl().workers();
    // What is recorded can be played, whether or not it is due, on, or has its secret.
    return parts.replaying()
        ? new QuartzSchedule(parts.database().dataSource(), parts.catalog(), parts.crawler()::crawl, workers,
            source -> true)
        : new QuartzSchedule(parts.database().dataSource(), parts.catalog(), parts.crawler()::crawl, workers);
  }

  @Bean(destroyMethod = "")
  SourceWatch sourceWatch(Parts parts, Schedule schedule) {
    return new SourceWatch(parts.catalog(), schedule);
  }

  @Bean(destroyMethod = "close")
  Startup startup(Parts parts, Schedule schedule, SourceWatch watch, Clock clock) {
    return new Startup(parts, schedule, watch, new IndexLoop(parts.indexer()), clock);
  }

  @Bean
  Naming naming(Parts parts) {
    return new Naming(parts.partners()::code, parts.partners()::name, parts.catalog());
  }

  @Bean
  Overview overview(Parts parts, Clock clock) {
    Map<String, String> environment = System.getenv();
    return new Overview(parts.catalog(), parts.states()::all,
        name -> !environment.getOrDefault(name, "").isBlank(), parts.replaying(), clock);
  }

  @Bean
  Visitors localeContextResolver() {
    return new Visitors(ZoneId.of("Asia/Shanghai"));
  }

  @Bean
  MessageSource messageSource() {
    return Words.messages();
  }

  @Bean
  Layouts layouts(Visitors visitors, MessageSource messages, Overview overview) {
    return new Layouts(visitors, messages, overview);
  }

  @Bean
  Answers answers(Parts parts) {
    return new Answers(parts.parser()::parse, parts.search()::search);
  }

  @Bean
  SearchController searchController(Answers answers, Naming naming, Layouts layouts) {
    return new SearchController(answers, naming, layouts);
  }

  @Bean
  NoticeController noticeController(Parts parts, Naming naming, Layouts layouts) {
    return new NoticeController(parts.notices()::revisions, naming, layouts);
  }

  @Bean
  EvidenceController evidenceController(Parts parts) {
    return new EvidenceController(parts.notices()::revisions, parts.captures(), parts.catalog());
  }

  @Bean
  SourceController sourceController(Parts parts, Overview overview, Schedule schedule, Naming naming, Layouts layouts) {
    return new SourceController(overview, parts.states()::history, notes(parts.states()), schedule, naming, layouts);
  }

  private static SourceController.Notes notes(SourceStates states) {
    return new SourceController.Notes() {
      @Override
      public void acknowledge(String source, Acknowledgement acknowledgement) {
        states.acknowledge(source, acknowledgement);
      }

      @Override
      public void withdraw(String source) {
        states.withdraw(source);
      }
    };
  }

  @Bean
  WorkbenchController workbenchController(Parts parts, SourceWatch watch, Clock clock, Naming naming, Layouts layouts) {
    Probe probe = new Probe(parts.fetcher(), clock, System.getenv());
    Preview preview = new Preview(probe, new LastCapture(parts.notices(), parts.captures())::of);
    SourceFolder folder = new SourceFolder(parts.catalog().folder(), watch::follow);
    Drafting drafting = new Drafting(parts.fetcher(), id -> parts.catalog().source(id).isPresent());
    return new WorkbenchController(folder, preview, drafting, parts.replaying(), naming, layouts);
  }

  @Bean
  ApiController apiController(Parts parts, Answers answers, Overview overview, Schedule schedule, Layouts layouts) {
    return new ApiController(answers, parts.notices()::revisions, new SourceReports(overview, schedule), layouts);
  }

  @Bean
  StatusController statusController(Startup startup, Parts parts, Overview overview, Clock clock, Layouts layouts) {
    return new StatusController(startup, () -> figures(parts), overview::counts, Version.current(), clock, layouts);
  }

  private static Figures figures(Parts parts) {
    return new Figures(parts.notices().count(), parts.search().count(new Query.All()), parts.indexer().waiting());
  }

  @Bean
  OperatorController operatorController(Layouts layouts) {
    return new OperatorController(layouts);
  }

  @Bean
  FaultPages faultPages(Layouts layouts) {
    return new FaultPages(layouts);
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ResponseHeaders responseHeaders() {
    return new ResponseHeaders();
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  BufferedFiles bufferedFiles() {
    return new BufferedFiles();
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 1)
  SameOrigin sameOrigin() {
    return new SameOrigin();
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 2)
  LanguageSwitch languageSwitch() {
    return new LanguageSwitch();
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 3)
  OperatorGate operatorGate(Parts parts) {
    return new OperatorGate(parts.configuration().settings().operator().password());
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 4)
  StartingFilter startingFilter(Startup startup) {
    return new StartingFilter(startup);
  }
}
