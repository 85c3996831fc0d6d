namespace Sheaf.Settings;

/// <summary>The names of the styles that a draft can be written in.</summary>
internal static class StyleName
{
    public const string Roundup = "roundup";

    public const string Categorised = "categorised";

    public const string Table = "table";

    public static IReadOnlyList<string> All { get; } = [Roundup, Categorised, Table];

    /// <summary>
    /// Whether the words are the path of a person's own template: they have a full stop or a slash, which no name of a style has.
    /// </summary>
    public static bool IsFile(string style) => style.AsSpan().IndexOfAny("./\\") >= 0;
}
