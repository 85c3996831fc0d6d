using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;

namespace Sheaf.Publishing.Site;

/// <summary>
/// The files of a site in its folder. Each ends with a line that holds a hash of all before it: by that a file is known to be Sheaf's and
/// untouched, without a list beside the files that could differ from them.
/// </summary>
/// <param name="folder">Need not exist.</param>
internal sealed class SiteFiles(string folder)
{
    private const string Mark = "sheaf ";
    private const int HashLength = 64;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A file with the line that tells whose it is.</summary>
    /// <param name="name">In the folder; its ending says how a comment is written.</param>
    /// <param name="text">Its text, ending with a newline.</param>
    public static IssueFile Sealed(string name, string text)
    {
        var bytes = Utf8.GetBytes(text);
        var line = $"{Mark}{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
        var isScript = name.EndsWith(".js", StringComparison.Ordinal);
        return new(name, [.. bytes, .. Utf8.GetBytes(isScript ? $"// {line}\n" : $"<!-- {line} -->\n")]);
    }

    /// <summary>What would change: files to write, files of Sheaf's that are not among these any more, and files of others in their
    /// way.</summary>
    public SitePlan Plan(IReadOnlyList<IssueFile> files)
    {
        var names = files.Select(file => file.Name).ToHashSet();
        var there = files.Select(file => (File: file, Content: Read(file.Name))).ToList();
        return new(
            [.. there.Where(one => one.Content is null || !one.Content.AsSpan().SequenceEqual(one.File.Content)).Select(one => one.File)],
            [.. Own().Where(name => !names.Contains(name) && IsOwn(Read(name)))],
            [.. there.Where(one => Path.Exists(PathOf(one.File.Name)) && !IsOwn(one.Content)).Select(one => PathOf(one.File.Name))]);
    }

    /// <summary>Does what was planned, the pages before what leads to them.</summary>
    public void Write(SitePlan plan)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in plan.Written)
        {
            WholeFile.Replace(PathOf(file.Name), file.Content);
        }

        foreach (var name in plan.Removed)
        {
            File.Delete(PathOf(name));
        }
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Names that a site of Sheaf's may have had.</summary>
    private IEnumerable<string> Own() => !Directory.Exists(folder) ? []
        : Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(name =>
            name == SiteNames.Map || (name.EndsWith(".html", StringComparison.Ordinal) && Month.TryParse(name[..^5], out _)));

    /// <summary>A link may lead anywhere, and is nobody's page.</summary>
    private byte[]? Read(string name) =>
        File.Exists(PathOf(name)) && new FileInfo(PathOf(name)).LinkTarget is null
            ? BoundedFile.Read(PathOf(name), FileLimits.Draft)
            : null;

    private static bool IsOwn(byte[]? content)
    {
        if (content is null)
        {
            return false;
        }

        var start = content.AsSpan(0, Math.Max(0, content.Length - 1)).LastIndexOf((byte)'\n') + 1;
        var line = Encoding.UTF8.GetString(content.AsSpan(start));
        var at = line.IndexOf(Mark, StringComparison.Ordinal);
        return at > 0 && line.Length >= at + Mark.Length + HashLength
            && line.AsSpan(at + Mark.Length, HashLength).SequenceEqual(Convert.ToHexStringLower(SHA256.HashData(content.AsSpan(0, start))));
    }
}

/// <summary>What a run would do to the folder of a site.</summary>
/// <param name="Written">Files that are new or hold something else.</param>
/// <param name="Removed">Names of Sheaf's own files of months that are published no more.</param>
/// <param name="InTheWay">Files that Sheaf did not write, or that somebody has changed.</param>
internal sealed record SitePlan(IReadOnlyList<IssueFile> Written, IReadOnlyList<string> Removed, IReadOnlyList<string> InTheWay);

/// <summary>Names of a site's files beside its pages.</summary>
internal static class SiteNames
{
    public const string Index = "index.html";
    public const string Feed = "feed.xml";
    public const string Map = "sitemap.xml";
    public const string Script = "search.js";
    public const string SearchIndex = "search-index.js";
}
