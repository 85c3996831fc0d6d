using System.Globalization;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Benchmarks.Archive;
using Sheaf.Publishing.Site;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Eprints;

namespace Sheaf.Benchmarks.Publishing;

/// <summary>
/// A site of many months from files alone: how long it takes, what a run touches that changes nothing or one month, and what a first visit
/// loads.
/// </summary>
internal sealed class SiteProgram(TextWriter output) : IDisposable
{
    private const int MostSeconds = 10, MostFiles = 4, MostBytes = 100_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-site-").FullName;
    private bool _isMet = true;

    /// <param name="options"><c>months</c>, <c>papers</c>, and <c>keep</c> with a folder where the site stays.</param>
    public int Run(IReadOnlyDictionary<string, string> options)
    {
        var (months, papers) = (Number(options, "months", 60), Number(options, "papers", 3500));
        var (workspace, site) = (new Workspace(_folder), options.GetValueOrDefault("keep") ?? Path.Combine(_folder, "site"));
        Directory.CreateDirectory(workspace.Published);
        var issues = Month.Range(new Month(2020, 1), new Month(2020 + ((months - 1) / 12), 1 + ((months - 1) % 12))).ToList();
        var text = new InventedWords();
        foreach (var (number, month) in issues.Index())
        {
            var count = (papers * (number + 1) / months) - (papers * number / months);
            File.WriteAllText(Path.Combine(workspace.Published, $"{month}.md"), Issue(month, count, text));
        }

        using var store = StoreForReading.Empty();
        var publisher = new SitePublisher(workspace, new SheafSettings(), new EprintStore(store), TimeProvider.System);
        Make("first", publisher, site, most: int.MaxValue);
        Make("again", publisher, site, most: 0);
        var changed = Path.Combine(workspace.Published, $"{issues[months / 2]}.md");
        File.AppendAllText(changed, "\n* One More Paper by Specimen (1 Jan), https://arxiv.org/abs/2001.99999\n\n  A word on it.\n");
        Make("one month changed", publisher, site, MostFiles);

        long Size(string name) => new FileInfo(Path.Combine(site, name)).Length;
        var visit = Size("index.html") + Size("search.js");
        Judge("first visit, index and script", visit, MostBytes, "bytes");
        Tell("the index of the search, once somebody searches", Size("search-index.js"));
        Tell("the largest page of a month", Directory.EnumerateFiles(site, "2*.html").Max(path => new FileInfo(path).Length));
        return _isMet ? 0 : 1;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Make(string what, SitePublisher publisher, string site, int most)
    {
        var start = TimeProvider.System.GetTimestamp();
        var run = publisher.Publish(site, isPlan: false, CancellationToken.None);
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var isMet = seconds <= MostSeconds && run.Plan.Written.Count <= most;
        _isMet &= isMet;
        output.WriteLine(FormattableString.Invariant(
            $"{what,-48} {seconds,10:F2} s, {run.Plan.Written.Count} of {run.Files} files written   {(isMet ? "met" : "missed")}"));
    }

    private void Tell(string what, long bytes) => output.WriteLine(FormattableString.Invariant($"{what,-48} {bytes,10:N0} bytes"));

    private void Judge(string what, long figure, long most, string unit)
    {
        _isMet &= figure <= most;
        output.WriteLine(FormattableString.Invariant(
            $"{what,-48} {figure,10:N0} {unit}, goal {most:N0}   {(figure <= most ? "met" : "missed")}"));
    }

    private static int Number(IReadOnlyDictionary<string, string> options, string name, int usual) =>
        options.TryGetValue(name, out var given) ? int.Parse(given, CultureInfo.InvariantCulture) : usual;

    private static string Issue(Month month, int count, InventedWords words)
    {
        var text = new StringBuilder($"# Notable arXiv papers, {month.Title}\n\n{count} papers on the list.\n\n## Papers\n\n");
        var day = $"1 {month.FirstDay.ToString("MMM", CultureInfo.InvariantCulture)}";
        for (var number = 1; number <= count; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{month.Year % 100:D2}{month.Number:D2}.{number:D5}");
            text.Append(
                $"* {words.Text(10)} by Specimen, Muster, and van der Berg ({day}), https://arxiv.org/abs/{id}\n\n  {words.Text(22)}.\n\n");
        }

        return text.ToString();
    }

    /// <summary>Words as long as those of papers, the same at every run.</summary>
    private sealed class InventedWords
    {
        private readonly Vocabulary _words = new();
        private readonly Random _random = new(20240430);

        public string Text(int count)
        {
            var text = string.Join(' ', Enumerable.Range(0, count).Select(_ => _words.Word(_random, subject: 1)));
            return string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));
        }
    }
}
