using System.Globalization;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Names;

namespace Sheaf.Lists.Import;

/// <summary>What one record of a bibliography, a table or a document claims.</summary>
internal sealed partial class RecordClaims
{
    private readonly Record _record;
    private readonly IReadOnlyList<Field> _fields;
    private readonly List<(Field Field, Claim Claim)> _found;

    private RecordClaims(Record record)
    {
        _record = record;
        _fields = [.. OtherArchives(record.Fields).Select(WithoutTitle)];
        _found = [.. _fields.SelectMany(Mentions)];
    }

    /// <summary>A column of papers may hold their links: what is called <c>paper</c> and is nothing but a reference is no title.</summary>
    private static Field WithoutTitle(Field field) =>
        field.Role == FieldRole.Title
            && FieldNames.IsVagueTitle(field.Name)
            && IdentifierFinder.Find(field.Value) is [var found]
            && IsAlone(field.Value, found)
            ? field with { Role = FieldRole.Address } : field;

    /// <summary>The record's paper is one entry, in whatever fields it is named; other papers in its texts are mentions.</summary>
    public static ReadList Of(Record record) => new RecordClaims(record).Read();

    private ReadList Read()
    {
        if (Naming() is not (var field, var own))
        {
            var paperless = RecordWithoutPaper.Of(_record, _fields, Title());
            return new([.. Distinct(_found.Select(one => one.Claim))], paperless is null ? [] : [paperless]);
        }

        var others = _found.Where(one => !Repeats(own.Reference, one.Field, one.Claim.Reference)).Select(one => one.Claim);
        return new([Entry(field, own), .. Distinct(others)], []);
    }

    private static IEnumerable<Claim> Distinct(IEnumerable<Claim> claims) =>
        claims.DistinctBy(claim => claim.Reference.Reference?.Identifier.ToString() ?? claim.Reference.Text);

    /// <summary>
    /// Whether a reference says of the record's paper what is known already; a damaged one, where it can have been this paper.
    /// </summary>
    private static bool Repeats(FoundReference own, Field field, FoundReference other) => (own.Reference, other.Reference) switch
    {
        ({ } paper, { } same) => paper.Identifier == same.Identifier,
        (null, null) => ReferenceEquals(own, other) || own.Text == other.Text,
        ({ } paper, null) => other.MayMean.Contains(paper.Identifier)
            || field.Role is FieldRole.Identifier or FieldRole.Key && other.MayMean.Count == 0,
        _ => false,
    };

    /// <summary>
    /// The place that names the record's paper: a field made for it before any other, and a good reference before a damaged one.
    /// </summary>
    private (Field Field, Claim Claim)? Naming()
    {
        if ((First(FieldRole.Identifier) ?? First(FieldRole.Key) ?? FirstAddress()) is { } named)
        {
            return named;
        }

        var damaged = Damaged(FieldRole.Identifier) ?? Damaged(FieldRole.Key);
        var elsewhere = OnlyOne(_found.Where(IsElsewhere)) ?? OnlyOne(_found.Where(one => IsElsewhere(one) && IsAlone(one)))
            ?? First(FieldRole.CitationKey) ?? OnlyOne(_found
                .Where(one => one.Field.Role is FieldRole.Note or FieldRole.Passage && IsAlone(one)))
            ?? OnlyOne(_found.Where(IsOnlyWord));
        return damaged is { } was
            && !(elsewhere is { } one && was.Claim.Reference.MayMean.Contains(one.Claim.Reference.Reference!.Value.Identifier)) ? was
            : elsewhere ?? Damaged(FieldRole.Address) ?? Damaged(FieldRole.Other);
    }

    private (Field Field, Claim Claim)? First(FieldRole role) =>
        Nullable(_found.Find(one => one.Field.Role == role && one.Claim.Reference.Reference is not null));

    /// <summary>
    /// What a column of links says of another paper in a sentence does not outrank a link that stands by itself elsewhere.
    /// </summary>
    private (Field Field, Claim Claim)? FirstAddress()
    {
        var addresses = _found.FindAll(one => one.Field.Role == FieldRole.Address && one.Claim.Reference.Reference is not null);
        return addresses.Count == 0 ? null
            : addresses.Exists(one => one.Claim.Reference.Index == 0 || IsAlone(one))
                ? addresses.Find(one => one.Claim.Reference.Index == 0 || IsAlone(one))
            : OnlyOne(_found.Where(one => IsElsewhere(one) && IsAlone(one))) ?? addresses[0];
    }

    private (Field Field, Claim Claim)? Damaged(FieldRole role) =>
        Nullable(_found.Find(one => one.Field.Role == role && one.Claim.Reference.Reference is null));

    /// <summary>Where several papers are named, none is certain to be the record's.</summary>
    private static (Field Field, Claim Claim)? OnlyOne(IEnumerable<(Field Field, Claim Claim)> places)
    {
        var named = places.Where(one => one.Claim.Reference.Reference is not null)
            .DistinctBy(one => one.Claim.Reference.Reference!.Value.Identifier).Take(2).ToList();
        return named is [var only] ? only : null;
    }

    /// <summary>
    /// What a message says is all that there is where a record has no title: it is what names the paper. So is a reading that stands alone.
    /// </summary>
    private bool IsOnlyWord((Field Field, Claim Claim) place) =>
        place.Field.Role == FieldRole.Passage ? !_fields.Any(field => field.Role == FieldRole.Title && field.Value.Length > 0)
        : place.Field.Role == FieldRole.Prose && FieldNames.IsReading(place.Field.Name) && IsAlone(place);

    private static (Field Field, Claim Claim)? Nullable((Field Field, Claim Claim) place) => place.Claim is null ? null : place;

    private static bool IsElsewhere((Field Field, Claim Claim) place) =>
        place.Field.Role is FieldRole.Other or FieldRole.Title
            && !(place.Field.Role == FieldRole.Title && AboutAnother().IsMatch(place.Field.Value));

    /// <summary>
    /// Whether a field says nothing but the reference, and what belongs to one: <c>arXiv preprint arXiv:2404.00001 [cs.CL]</c>.
    /// </summary>
    public static bool IsAlone(string value, FoundReference found) => value.Length <= 400
        && !Words().Replace(value.Remove(found.Index, Math.Min(found.Length, value.Length - found.Index)), " ").Any(char.IsLetter);

    private static bool IsAlone((Field Field, Claim Claim) place) => IsAlone(place.Field.Value, place.Claim.Reference);

    /// <summary>The references of a field; in one that holds identifiers, what only looks like one too.</summary>
    private static IEnumerable<(Field Field, Claim Claim)> Mentions(Field field)
    {
        var (line, counted) = (field.Line, 0);
        foreach (var reference in field.Role switch
        {
            FieldRole.Identifier => IdentifierField.Read(field.Value, isOurs: true),
            FieldRole.Key => IdentifierField.Read(field.Value, isOurs: false),
            FieldRole.Address when IdentifierField.LostItsZeros(field.Value) => [IdentifierField.Damaged(field.Value)!],
            FieldRole.Author or FieldRole.Day or FieldRole.Year or FieldRole.Month or FieldRole.DayOfMonth or FieldRole.Star => [],
            _ => InWords(field),
        })
        {
            line += field.Value.AsSpan(counted, reference.Index - counted).Count('\n');
            counted = reference.Index;
            yield return (field, new(reference, line, IsEntry: false) { IsInRecord = true });
        }
    }

    /// <summary>As DBLP and Semantic Scholar write: journal CoRR, volume abs/2404.19756.</summary>
    private static IReadOnlyList<FoundReference> InWords(Field field)
    {
        var volume = field.Role is FieldRole.Other or FieldRole.Address ? VolumeOfCorr().Match(field.Value) : Match.Empty;
        return volume.Success && IdentifierFinder.ReadToken(volume.Groups["number"].Value) is { } found
            ? [found with { Index = volume.Groups["number"].Index + found.Index }]
            : IdentifierFinder.Find(field.Value);
    }

    /// <summary>An <c>eprint</c> may be one of any archive: a field beside it says of which.</summary>
    private static IReadOnlyList<Field> OtherArchives(IReadOnlyList<Field> fields)
    {
        var archive = fields.FirstOrDefault(field => FieldNames.Plain(field.Name) is "archiveprefix" or "eprinttype"
            && !RecordLinks.IsBlank(field.Value))?.Value;
        var subject = archive is null || IsOurs(archive)
            ? fields.FirstOrDefault(field => FieldNames.Plain(field.Name) is "primaryclass" or "eprintclass")?.Value : null;
        return archive is null && subject is null ? fields
            : [.. fields.Select(field => FieldNames.Plain(field.Name) != "eprint" ? field : Eprint(field, archive, subject))];
    }

    private static Field Eprint(Field field, string? archive, string? subject)
    {
        // Before 2007 the archive is a part of the identifier, and some write it in the field beside it only.
        var prefix = archive is not null && !IsOurs(archive) ? archive : subject;
        return OldNumber().IsMatch(field.Value)
            && IdentifierFinder.TryReadReference($"{prefix?.Trim().ToLowerInvariant()}/{field.Value.Trim()}", out var reference)
            ? field with { Value = reference.ToString() }
            : archive is null ? field
            : IsOurs(archive) ? field with { Name = "arxiv" }
            : field with { Role = FieldRole.Key, Value = $"{archive.Trim()}:{field.Value.Trim()}" };
    }

    private static bool IsOurs(string archive) => archive.Contains("arxiv", StringComparison.OrdinalIgnoreCase)
        || archive.Equals("xxx", StringComparison.OrdinalIgnoreCase);

    private Claim Entry(Field naming, Claim own)
    {
        var authors = _fields.Where(field => field.Role == FieldRole.Author).Select(field => field.Value).ToList();
        return own with
        {
            IsEntry = true,
            Title = Title(),
            Surnames = [.. authors.Where(name => !PersonNames.IsOthers(name)).Select(Surname.InEitherOrder).Where(name => name.Length > 0)],
            EtAl = authors.Exists(PersonNames.IsOthers),
            Day = Day(),
            Starred = Value(FieldRole.Star) is { } star
                && (star is "*" or "★" or "1" or "x" or "yes" || star.Equals("true", StringComparison.OrdinalIgnoreCase)),
            Note = Value(FieldRole.Note, naming),
            Section = Value(FieldRole.Section),
        };
    }

    /// <summary>The title; that of a field named <c>title</c> before that of one named <c>paper</c>. A reference is no title.</summary>
    private string? Title() => _fields.Where(field => field.Role == FieldRole.Title).OrderBy(field => FieldNames.IsVagueTitle(field.Name))
        .Select(field => PlainTitle.Of(field.Value))
            .FirstOrDefault(title => title is not null && !RecordLinks.IsBlank(title) && !IsReference(title));

    private static bool IsReference(string title) =>
        IdentifierFinder.Find(title) is [var only] && only.Length == title.Length || RecordLinks.Find(title)?.Length == title.Length;

    private ClaimedDay? Day()
    {
        var whole = _fields.Where(field => field.Role == FieldRole.Day).Select(field => DayInText.Read(field.Value))
            .FirstOrDefault(day => day is not null);
        if (whole is not null || Value(FieldRole.DayOfMonth) is not { } day || Value(FieldRole.Month) is not { } month)
        {
            return whole;
        }

        var year = Value(FieldRole.Year) ?? "";
        return int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? DayInText.Read($"{year}-{month}-{day}")
            : DayInText.Read($"{day} {month} {year}".Trim());
    }

    private string? Value(FieldRole role, Field? except = null) =>
        _fields.FirstOrDefault(field => field.Role == role && !ReferenceEquals(field, except)
            && !string.IsNullOrWhiteSpace(field.Value))?.Value.Trim();

    [GeneratedRegex(
        @"^\W*(a\s)?(comments?|reply|response|remarks?|notes?|erratum|addendum|corrigendum|rebuttal|review)\s(on|to|of|for|about)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AboutAnother();

    [GeneratedRegex(
        @"\[[a-zA-Z.,\s-]{2,60}\]|\b(arxiv|corr|e-?print|pre-?print|pdf|html|abs|version|available|accessed|online|at|from|in|as|on|url"
        + @"|link|doi|https?|v[0-9]{1,3}|paper|publisher|issue|number)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();

    [GeneratedRegex(@"^\s*abs/(?<number>[0-9a-z][^\s]{6,30})\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex VolumeOfCorr();

    [GeneratedRegex(@"^\s*[0-9]{7}(v[0-9]{1,3})?\s*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex OldNumber();
}
