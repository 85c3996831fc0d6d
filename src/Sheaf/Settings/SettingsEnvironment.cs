using System.Collections;

namespace Sheaf.Settings;

/// <summary>The environment's settings: <c>Sheaf__Arxiv__BatchSize</c> is <c>Arxiv:BatchSize</c>.</summary>
internal static class SettingsEnvironment
{
    private const string Prefix = "Sheaf__";

    public static IReadOnlyList<Setting> Read()
    {
        var settings = new List<Setting>();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string value } && name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                settings.Add(new(name[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), value, name));
            }
        }

        // The environment has no order; with one, the same setting is always the first to be complained of.
        settings.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        return settings;
    }
}
