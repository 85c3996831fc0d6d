using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Replica.Queries;
using Sheaf.Replica.Requests;

namespace Sheaf.Replica.Faults;

/// <summary>Makes what is answered in place of the true answer.</summary>
internal static partial class FaultyAnswer
{
    /// <summary>What <see cref="FaultKind.Endless"/> and <see cref="FaultKind.Bomb"/> come to. 256 MB.</summary>
    public const int HugeSize = 256 << 20;

    private static readonly Lazy<byte[]> s_bomb = new(Compressed);

    /// <param name="rule">The fault.</param>
    /// <param name="request">The request it happens to.</param>
    /// <param name="truth">Gives the true answer, or the one that a fault of lists has.</param>
    /// <param name="now">The time, for feeds.</param>
    public static Answer Of(FaultRule rule, ReceivedRequest request, Func<FaultKind?, Answer> truth, DateTimeOffset now)
    {
        var answer = rule.Fault switch
        {
            FaultKind.RateExceeded => Answer.Plain(429, "Rate exceeded."),
            FaultKind.Unavailable => Answer.Plain(503, "Service Unavailable"),
            FaultKind.NotAcceptable => Answer.Plain(406, "Not Acceptable"),
            FaultKind.AccessDenied => Answer.Plain(403, "Access denied"),
            FaultKind.ServerError => Answer.Plain(500, "Internal Server Error"),
            FaultKind.BadGateway => Answer.Plain(502, "Bad Gateway"),
            FaultKind.Rejected => QueryApi.Refuse(QueryRefusedException.Named($"incorrect id format for {LastIdentifier(request)}"), now),
            FaultKind.RejectedUnnamed => QueryApi.Refuse(QueryRefusedException.Unparsable(""), now),
            FaultKind.Empty => Emptied(truth(null)),
            FaultKind.Forgetful => Thinned(truth(null)),
            FaultKind.Garbled =>
                Answer.Html(200, "<html><head><title>Maintenance</title></head><body><p>We will be back soon.</p></body></html>\n"),
            FaultKind.Truncated => Halved(truth(null)),
            FaultKind.CutOff => truth(null) with { Delivery = Delivery.CutOff },
            FaultKind.Stalled => truth(null) with { Delivery = Delivery.Stalled },
            FaultKind.Dropped => truth(null) with { Delivery = Delivery.Dropped },
            FaultKind.Elsewhere => Answer.Empty(302).With("Location", "https://elsewhere.invalid/"),
            FaultKind.Endless => truth(null) with { Delivery = Delivery.Endless },
            FaultKind.Bomb => (truth(null) with { Body = s_bomb.Value }).With("Content-Encoding", "gzip"),
            FaultKind.Moved or FaultKind.Shortened or FaultKind.Vacant or FaultKind.Repeated or FaultKind.Expired => truth(rule.Fault),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Fault, "Not a fault the replica knows."),
        };
        return rule.RetryAfter is { } seconds ? answer.With("Retry-After", FormattableString.Invariant($"{seconds}")) : answer;
    }

    private static string LastIdentifier(ReceivedRequest request) => request.Query().GetValueOrDefault("id_list", "").Split(',')[^1];

    private static Answer Halved(Answer answer) => answer with { Body = answer.Body[..(answer.Body.Length / 2)] };

    private static Answer Emptied(Answer answer)
    {
        var text = Encoding.UTF8.GetString(answer.Body);
        return answer with
        {
            Body = text.Contains("<feed", StringComparison.Ordinal)
                ? Encoding.UTF8.GetBytes(Total().Replace(Entry().Replace(text, ""), "${1}0${2}"))
                : [],
        };
    }

    private static Answer Thinned(Answer answer)
    {
        var count = 0;
        return answer with
        {
            Body = Encoding.UTF8.GetBytes(
                Entry().Replace(Encoding.UTF8.GetString(answer.Body), entry => ++count % 2 == 0 ? "" : entry.Value)),
        };
    }

    private static byte[] Compressed()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var blanks = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (var written = 0; written < HugeSize; written += blanks.Length)
            {
                zip.Write(blanks);
            }
        }

        return packed.ToArray();
    }

    [GeneratedRegex(@"\s*<entry>.*?</entry>", RegexOptions.Singleline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"(<opensearch:totalResults[^>]*>)[0-9]+(<)")]
    private static partial Regex Total();
}
