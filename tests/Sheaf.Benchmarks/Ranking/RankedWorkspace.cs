using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Eprints;

namespace Sheaf.Benchmarks.Ranking;

/// <summary>
/// The workspace of the editor of <see cref="SpeedData"/>: every paper in the store, the picks on the lists of their months. In a folder
/// of its own, deleted with it.
/// </summary>
internal sealed class RankedWorkspace : IDisposable
{
    private const int BatchSize = 1_000;

    private static readonly DateTimeOffset Fetched = new(2025, 7, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-benchmark-");

    /// <param name="data">The file.</param>
    public RankedWorkspace(string data)
    {
        var workspace = new Workspace(Folder);
        workspace.EnsureCreated();
        using var store = new Database(workspace.Store);
        store.EnsureCreated();
        var lists = new SortedDictionary<Month, List<string>>();
        foreach (var batch in Completed(File.ReadLines(data).Select(SpeedData.Read)).Chunk(BatchSize))
        {
            new EprintStore(store).Save([.. batch.Select((paper, number) => Record(paper.Paper, number))], Fetched);
            foreach (var (kind, paper) in batch.Where(paper => paper.Kind is "pick" or "star"))
            {
                lists.TryAdd(paper.Identifier.AnnouncedIn, []);
                lists[paper.Identifier.AnnouncedIn].Add($"- {paper.Identifier}{(kind == "star" ? " ★" : "")}");
            }
        }

        foreach (var (month, lines) in lists)
        {
            File.WriteAllLines(workspace.CuratedFile(month), lines);
        }
    }

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>
    /// A store has no paper without authors and categories: where the data knows none, they are those of the paper before.
    /// </summary>
    private static IEnumerable<(string Kind, TastePaper Paper)> Completed(IEnumerable<(string Kind, TastePaper Paper)> papers)
    {
        var (authors, categories) = ((IReadOnlyList<string>)["Ada Specimen"], (IReadOnlyList<string>)["cs.CL"]);
        foreach (var (kind, paper) in papers)
        {
            authors = paper.Authors.Count > 0 ? paper.Authors : authors;
            categories = paper.Categories.Count > 0 ? paper.Categories : categories;
            yield return (kind, paper with { Authors = authors, Categories = categories });
        }
    }

    private static EprintRecord Record(TastePaper paper, int number)
    {
        var submitted = new DateTimeOffset(paper.Submitted, new TimeOnly(12, 0), TimeSpan.Zero).AddDays(number % 27);
        return new EprintRecord
        {
            Identifier = paper.Identifier,
            Source = RecordSource.Atom,
            Version = 1,
            LatestVersion = 1,
            Title = paper.Title,
            Authors = [.. paper.Authors.Select(name => new Author(name))],
            Abstract = paper.Abstract,
            Categories = paper.Categories,
            FirstSubmitted = submitted,
            LastSubmitted = submitted,
        };
    }
}
