package vn.qppl.web;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final org.springframework.beans.factory.ObjectProvider<Guard> guard;

    WebConfiguration(org.springframework.beans.factory.ObjectProvider<Guard> guard) {
        this.guard = guard;
    }

    /** One catalogue a module: {@code messages/<module>.properties} in Vietnamese, {@code <module>_en.properties} beside it. */
    @Bean
    MessageSource messageSource() throws IOException {
        var names = new ArrayList<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            var name = file.getFilename();
            if (name != null && name.indexOf('_') < 0)
                names.add("messages/" + name.substring(0, name.length() - ".properties".length()));
        }
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(names.toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(VIETNAMESE, Locale.ENGLISH));
        resolver.setDefaultLocale(VIETNAMESE);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard.getObject());
    }

    /** The workspace is one page; its built files carry their content's hash in their names. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/lam-viec/assets/**")
                .addResourceLocations("classpath:/static/workspace/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/lam-viec/**")
                .addResourceLocations("classpath:/static/workspace/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new PageOfTheWorkspace());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/v3/api-docs").setViewName("forward:/v3/api-docs/public");
        registry.addRedirectViewController("/lam-viec", "/lam-viec/");
        // a resource handler is never asked for the empty path
        registry.addViewController("/lam-viec/").setViewName("forward:/lam-viec/index.html");
    }
}
