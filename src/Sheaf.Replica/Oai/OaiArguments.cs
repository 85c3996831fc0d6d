using Sheaf.Replica.Requests;

namespace Sheaf.Replica.Oai;

/// <summary>The arguments of a request, each there once.</summary>
internal sealed class OaiArguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private OaiArguments()
    {
    }

    /// <summary>Empty where there is none.</summary>
    public string Verb => this["verb"] ?? "";

    public IReadOnlyList<string> Names => [.. _values.Keys];

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <exception cref="OaiRefusedException">An argument is repeated.</exception>
    public static OaiArguments Of(ReceivedRequest request)
    {
        var arguments = new OaiArguments();
        foreach (var (name, value) in request.Parameters())
        {
            if (!arguments._values.TryAdd(name, value))
            {
                throw OaiRefusedException.BadArgument("Duplicate parameters not allowed");
            }
        }

        return arguments;
    }

    /// <exception cref="OaiRefusedException">There is another argument than these.</exception>
    public void Demand(params string[] allowed)
    {
        if (_values.Keys.Except(allowed, StringComparer.Ordinal).Any())
        {
            throw Unexpected(allowed);
        }
    }

    public static OaiRefusedException Unexpected(params string[] expected) =>
        OaiRefusedException.BadArgument($"Parameters provided did not match expected. Expected: {string.Join(", ", expected)}");

    /// <summary>Those of these names that are there, in this order: what an answer repeats of its request.</summary>
    public IReadOnlyList<(string Name, string Value)> Accepted(params string[] names) =>
        [.. names.Where(_values.ContainsKey).Select(name => (name, _values[name]))];
}
