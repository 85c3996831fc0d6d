namespace Sheaf.Settings;

/// <summary>Which services are asked what people noticed, and where they are.</summary>
internal sealed class SignalSettings
{
    /// <summary>Names of <see cref="SignalSource"/>, each once. Default none: nobody is asked.</summary>
    public IReadOnlyList<string> Sources { get; private set; } = [];

    /// <summary>Ends with a slash. Default <c>https://huggingface.co/</c>.</summary>
    public Uri HuggingFaceBase { get => field ??= new("https://huggingface.co/"); set; }

    /// <summary>Reads <c>huggingface</c>, also as a list in JSON.</summary>
    /// <exception cref="FormatException">A name is none of a service.</exception>
    internal void TakeSources(string value)
    {
        var names = value.Split([',', ' ', '[', ']', '"', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.ToLowerInvariant()).Distinct().ToList();
        Sources = names.TrueForAll(name => SignalSource.All.Contains(name))
            ? names
            : throw new FormatException($"a list of services: {string.Join(", ", SignalSource.All)}, or nothing");
    }
}

/// <summary>The services that can be asked what people noticed.</summary>
internal static class SignalSource
{
    public const string HuggingFace = "huggingface";

    public static IReadOnlyList<string> All { get; } = [HuggingFace];

    /// <summary>What people call it, as the end of a sentence: <c>Hugging Face's daily list</c>.</summary>
    public static string Name(string source) => source == HuggingFace ? "Hugging Face's daily list" : source;
}
