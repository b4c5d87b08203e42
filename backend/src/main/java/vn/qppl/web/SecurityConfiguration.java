package vn.qppl.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Two chains: the workspace's API with sessions and CSRF, closed but for signing in; and everything else, open and without state:
 * public pages, the public API, files of the workspace's page.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CSP =
            "default-src 'self'; img-src 'self' data: blob:; font-src 'self'; object-src 'none'; "
                    + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; ";

    @Bean
    @Order(1)
    SecurityFilterChain workspace(HttpSecurity http, AuthenticationManager people, Problems problems) throws Exception {
        return http.securityMatcher(request -> Guard.isWorkspace(request) || describesWorkspace(request))
                .authenticationManager(people)
                .addFilterBefore(new CommandTokens(people, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/api/session")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.spa()
                        .ignoringRequestMatchers((RequestMatcher) request -> CommandTokens.shownBy(request) != null))
                .exceptionHandling(refused -> refused.authenticationEntryPoint((request, response, e) ->
                                problems.write(response, WebProblem.NOT_SIGNED_IN, Map.of(), Problems.locale(request)))
                        .accessDeniedHandler((request, response, e) -> problems.write(
                                response,
                                e instanceof CsrfException ? WebProblem.STALE_PAGE : WebProblem.NOT_ALLOWED,
                                Map.of(),
                                Problems.locale(request))))
                .headers(headers -> {
                    common(headers);
                    headers.contentSecurityPolicy(
                            csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'; sandbox"));
                })
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static boolean describesWorkspace(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/v3/api-docs/workspace");
    }

    @Bean
    @Order(2)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        RequestMatcher workspacePage =
                request -> request.getRequestURI().startsWith(request.getContextPath() + "/lam-viec");
        RequestMatcher actuator = request -> request.getRequestURI().startsWith(request.getContextPath() + "/actuator");
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        // health and figures are for this machine; a proxy in front must not pass the tree on
                        .requestMatchers(actuator)
                        .access((authentication, context) ->
                                new org.springframework.security.authorization.AuthorizationDecision(
                                        isLocal(context.getRequest().getRemoteAddr())))
                        .anyRequest()
                        .permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> {
                    common(headers);
                    headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                            // the workspace's component library writes style elements
                            .addHeaderWriter(
                                    new DelegatingRequestMatcherHeaderWriter(
                                            workspacePage,
                                            new StaticHeadersWriter(
                                                    "Content-Security-Policy",
                                                    CSP
                                                            + "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'")))
                            .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                    new NegatedRequestMatcher(workspacePage),
                                    new StaticHeadersWriter(
                                            "Content-Security-Policy", CSP + "script-src 'self'; style-src 'self'")));
                })
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentTypeOptions(Customizer.withDefaults())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"));
    }

    private static boolean isLocal(String address) {
        return "127.0.0.1".equals(address) || "0:0:0:0:0:0:0:1".equals(address) || "::1".equals(address);
    }
}
