package io.fengsui.portal.stage;

import io.fengsui.crawler.Probe;
import io.fengsui.crawler.schedule.Schedule;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.SourceState;
import io.fengsui.indexer.query.QueryParser;
import io.fengsui.indexer.taxonomy.Concepts;
import io.fengsui.indexer.taxonomy.PartnerNames;
import io.fengsui.portal.account.OperatorController;
import io.fengsui.portal.account.OperatorGate;
import io.fengsui.portal.api.ApiController;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;

/** The real pages, parser, names and filters; only what engines hold is held in memory. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Stage {
  @Bean
  InstantSource clock() {
    return InstantSource.fixed(Examples.NOW);
  }

  @Bean
  PartnerNames partners() {
    return PartnerNames.load(Path.of("../config/taxonomy"));
  }

  @Bean
  Shelf shelf(PartnerNames partners) {
    return new Shelf(partners);
  }

  @Bean
  Answers answers(Shelf shelf, PartnerNames partners) {
    Concepts concepts = Concepts.load(Path.of("../config/taxonomy"));
    return new Answers(new QueryParser(concepts, partners)::parse, shelf::search);
  }

  @Bean
  StageSources stageSources() {
    return new StageSources();
  }

  @Bean
  SourceCatalog catalog() {
    return StageSources.catalog();
  }

  @Bean
  Naming naming(PartnerNames partners, SourceCatalog catalog) {
    return new Naming(partners::code, partners::name, catalog);
  }

  @Bean
  Overview overview(SourceCatalog catalog, StageSources sources, InstantSource clock) {
    Map<String, SourceState> states = sources.states();
    return new Overview(catalog, () -> states, key -> false, false, clock);
  }

  @Bean
  Schedule schedule() {
    return new StageSchedule();
  }

  @Bean
  MessageSource messageSource() {
    return Words.messages();
  }

  @Bean
  Visitors localeContextResolver() {
    return new Visitors(ZoneId.of("Asia/Shanghai"));
  }

  @Bean
  Layouts layouts(Visitors visitors, MessageSource messages, Overview overview) {
    return new Layouts(visitors, messages, overview);
  }

  @Bean
  SwitchableReadiness readiness() {
    return new SwitchableReadiness();
  }

  @Bean
  StartingFilter startingFilter(SwitchableReadiness readiness) {
    return new StartingFilter(readiness);
  }

  @Bean
  ResponseHeaders responseHeaders() {
    return new ResponseHeaders();
  }

  @Bean
  BufferedFiles bufferedFiles() {
    return new BufferedFiles();
  }

  @Bean
  SameOrigin sameOrigin() {
    return new SameOrigin();
  }

  @Bean
  LanguageSwitch languageSwitch() {
    return new LanguageSwitch();
  }

  @Bean
  OperatorGate operatorGate() {
    return new OperatorGate("");
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
  SearchController searchController(Answers answers, Naming naming, Layouts layouts) {
    return new SearchController(answers, naming, layouts);
  }

  @Bean
  NoticeController noticeController(Shelf shelf, Naming naming, Layouts layouts) {
    return new NoticeController(shelf::revisions, naming, layouts);
  }

  @Bean
  SourceController sourceController(Overview overview, StageSources sources, Schedule schedule, Naming naming,
      Layouts layouts) {
    return new SourceController(overview, StageSources::history, sources, schedule, naming, layouts);
  }

  @Bean
  StageFolder folder() {
    return new StageFolder();
  }

  @Bean
  WorkbenchController workbenchController(StageFolder folder, Naming naming, Layouts layouts) {
    Probe probe = new Probe(folder.publisher(), Clock.systemUTC(), Map.of());
    Preview preview = new Preview(probe, source -> Optional.empty());
    return new WorkbenchController(new SourceFolder(folder.path(), () -> {}), preview,
        new Drafting(folder.publisher(), "food-news"::equals), false, naming, layouts);
  }

  @Bean
  StatusController statusController(SwitchableReadiness readiness, Overview overview, InstantSource clock,
      Layouts layouts) {
    return new StatusController(readiness, () -> new Figures(38, 36, 2), overview::counts, "0.1.0", clock, layouts);
  }

  @Bean
  ApiController apiController(Answers answers, Shelf shelf, Overview overview, Schedule schedule, Layouts layouts) {
    return new ApiController(answers, shelf::revisions, new SourceReports(overview, schedule), layouts);
  }
}
