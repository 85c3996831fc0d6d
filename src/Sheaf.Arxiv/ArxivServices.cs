using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Oai;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv;

/// <summary>Composes everything that asks arXiv.</summary>
public static class ArxivServices
{
    /// <summary>The one HTTP client through which arXiv is asked.</summary>
    internal const string HttpClientName = "arxiv";

    /// <summary>
    /// Registers the arXiv clients over one polite HTTP client, from outside in: the tries, the gate, the socket. Bind
    /// <see cref="ArxivOptions"/> to have them differ from their defaults; values that arXiv would not like throw
    /// <see cref="OptionsValidationException"/> at host start or first use.
    /// </summary>
    public static IServiceCollection AddArxiv(this IServiceCollection services)
    {
        services.AddOptions<ArxivOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ArxivOptions>, ArxivOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RequestGate>();
        services.TryAddTransient<PolitenessHandler>();

        // The order matters: a handler added later stands further in, and every try must pass the gate.
        var client = services.AddHttpClient(HttpClientName, SetHeaders);
        client.AddResilienceHandler("tries", (pipeline, context) =>
            pipeline.AddRetry(Tries(context.ServiceProvider.GetRequiredService<RequestGate>())));
        client.AddHttpMessageHandler<PolitenessHandler>();
        client.ConfigurePrimaryHttpMessageHandler(CreateSocketHandler);

        // Handlers are exchanged to notice changes of DNS; ours connects anew for every request anyway.
        client.SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.AddTypedClient((http, provider) => new AtomClient(http, Options(provider)))
            .AddTypedClient((http, provider) => new OaiClient(http, Options(provider)))
            .AddTypedClient((http, provider) => new AbstractPageClient(http, Options(provider)));
        return services;
    }

    private static IOptions<ArxivOptions> Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<ArxivOptions>>();

    private static void SetHeaders(IServiceProvider provider, HttpClient client)
    {
        // The limit of time is per try and starts when its turn has come; queueing may take long and is not a failure.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.UserAgent.ParseAdd(
            Contact.UserAgent(provider.GetRequiredService<IOptions<ArxivOptions>>().Value.Contact));

        // Without Accept arXiv's edge answers 406 (field guide 2.7).
        client.DefaultRequestHeaders.Accept.ParseAdd("application/atom+xml, application/xml;q=0.9, text/html;q=0.9, */*;q=0.1");
        client.DefaultRequestHeaders.ConnectionClose = true;
    }

    // Without a delay of its own: a failed try holds the gate, and that is where the next one waits, together with everybody else.
    private static RetryStrategyOptions<HttpResponseMessage> Tries(RequestGate gate) => new()
    {
        MaxRetryAttempts = BackOff.Tries - 1,
        Delay = TimeSpan.Zero,
        ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
        {
            // Without a cause inside it is the gate that sends away until later.
            { Exception: ArxivUnavailableException { InnerException: not null } } => true,
            { Result: { } response } => BackOff.AsksForAnotherTry(response, KindOf(arguments.Context))
                && !gate.TurnsAway(KindOf(arguments.Context)),
            _ => false,
        }),
    };

    private static RequestKind KindOf(ResilienceContext context) =>
        context.GetRequestMessage()!.Options.TryGetValue(ArxivRequest.Kind, out var kind)
            ? kind
            : throw new InvalidOperationException("A request without a kind was sent.");

    private static SocketsHttpHandler CreateSocketHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxConnectionsPerServer = 1,
        PlaintextStreamFilter = Attempt.GiveConnection,
        PooledConnectionLifetime = TimeSpan.Zero,
        UseCookies = false,
    };
}
