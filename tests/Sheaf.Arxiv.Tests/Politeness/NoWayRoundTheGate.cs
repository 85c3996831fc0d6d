using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Oai;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.Politeness;

/// <summary>Whoever uses the library asks arXiv as politely as the program does, or not at all.</summary>
public sealed class NoWayRoundTheGate
{
    [Fact]
    public void Nobody_outside_can_make_a_client_of_a_bare_http_client()
    {
        var open = typeof(AtomClient).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetConstructors(BindingFlags.Public | BindingFlags.Instance))
            .Where(constructor => constructor.GetParameters().Any(parameter =>
                typeof(HttpMessageInvoker).IsAssignableFrom(parameter.ParameterType)
                    || typeof(HttpMessageHandler).IsAssignableFrom(parameter.ParameterType)));

        Assert.Empty(open);
    }

    [Fact]
    public void The_clients_come_out_of_the_composition()
    {
        using var services = new ServiceCollection().AddArxiv().BuildServiceProvider();

        Assert.NotNull(services.GetRequiredService<AtomClient>());
        Assert.NotNull(services.GetRequiredService<OaiClient>());
        Assert.NotNull(services.GetRequiredService<AbstractPageClient>());
        Assert.Same(services.GetRequiredService<RequestGate>(), services.GetRequiredService<RequestGate>());
    }
}
