using System.Runtime.CompilerServices;
using System.Xml;

namespace Sheaf.Arxiv.Oai;

/// <summary>
/// Reads a list page by page to its end. Its guards are against what real servers do: a token that has expired, one that does not change,
/// an answer that breaks off or says that the list ends where it does not, and lists without end.
/// </summary>
internal sealed class OaiListReader(OaiList list, Func<OaiList, OaiPosition, CancellationToken, Task<OaiPage>> ask)
{
    /// <summary>Far more pages than arXiv has: all of it makes three thousand of a thousand records.</summary>
    public const int MostRequests = 20_000;

    /// <summary>Answers in a row that may bring nothing of use before the list is given up.</summary>
    public const int MostVain = 4;

    private readonly HashSet<string> _seen = [];
    private OaiPosition _position = new(null, null);
    private int _vain;

    /// <summary>
    /// The pages from <paramref name="resume"/> on, or from the beginning. What lies on the day before an expired token comes twice.
    /// </summary>
    public async IAsyncEnumerable<OaiPage> ReadAsync(OaiPosition? resume, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _position = resume ?? _position;
        for (var requests = 0; requests < MostRequests; requests++)
        {
            var page = await AskAsync(cancellationToken);
            if (page is null)
            {
                continue;
            }

            yield return page;
            if (page.Next is not { } next)
            {
                yield break;
            }

            _position = next;
        }

        throw new ArxivUnavailableException($"arXiv's list of records did not end within {MostRequests} requests.");
    }

    /// <summary>Null: the answer was of no use, and where to ask now has been set.</summary>
    private async Task<OaiPage?> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var page = await ask(list, _position, cancellationToken);
            if (page.IsNothing && _position.Token is not null && MayGoOn())
            {
                // The token led behind the last row: rows have moved, and which of them were skipped nobody knows.
                BeginAnew();
                return null;
            }

            return Judge(page);
        }
        catch (OaiErrorException error) when (error.Code == OaiErrorException.BadResumptionToken
            && _position.Token is not null
            && MayGoOn())
        {
            BeginAnew();
            return null;
        }
        catch (Exception garbled) when (garbled is ArxivFormatException or ArxivUnavailableException { InnerException: XmlException }
            && MayGoOn())
        {
            return null;
        }
    }

    private OaiPage? Judge(OaiPage page)
    {
        var before = _seen.Count;
        _seen.UnionWith(page.Items.Select(item => $"{item.Name} {item.Datestamp:O}"));
        var isNew = _seen.Count > before;
        var endsTooSoon = _position.Token is not null && !page.HasTokenElement;
        var stands = page.Token is not null && page.Token == _position.Token;
        if (!endsTooSoon && !stands)
        {
            _vain = isNew || page.Token is null ? 0 : _vain;
            return page with { Next = page.Token is null ? null : new(page.Token, Later(_position.Datestamp, page.LatestDatestamp)) };
        }

        if (!MayGoOn())
        {
            throw new ArxivUnavailableException(stands
                ? "arXiv's list of records does not go on: its token stays the same."
                : "arXiv's list of records breaks off: an answer in its middle has no token.");
        }

        if (stands && _vain > 1)
        {
            BeginAnew();
        }

        return null;
    }

    private bool MayGoOn() => ++_vain <= MostVain;

    /// <summary>Rows are ordered by the time of their last change: a day's overlap makes up for what has moved meanwhile.</summary>
    private void BeginAnew() => _position = new(null, _position.Datestamp);

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;
}
