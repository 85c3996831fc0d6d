using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>Facts that documents write as objects and arrays: persons, days, titles.</summary>
internal static class DocumentFacts
{
    private static readonly string[] Surnames =
        ["family", "surname", "lastname", "last", "keyname", "familyname", "name", "fullname", "displayname", "literal"];

    public static void Take(List<Field> to, DocumentNode value, string key, FieldRole role)
    {
        switch (role)
        {
            case FieldRole.Author:
                TakePersons(to, value);
                break;
            case FieldRole.Day:
                TakeDay(to, value, key);
                break;
            default:
                TakeTitle(to, value, key);
                break;
        }
    }

    /// <summary>Whether all of these together name no more than one paper.</summary>
    public static bool NameOnePaper(IEnumerable<List<Field>> groups) => groups.SelectMany(Papers).Distinct().Take(2).Count() < 2;

    /// <summary>Whether a field that was made for it names one paper.</summary>
    public static bool HasOwnName(IEnumerable<Field> fields) => fields.Any(field => field.Role is FieldRole.Identifier or FieldRole.Address
        && IdentifierFinder.Find(field.Value) is [{ Reference: not null } found] && RecordClaims.IsAlone(field.Value, found));

    public static bool NamePaper(List<Field> group) => Papers(group).Any();

    private static IEnumerable<ArxivIdentifier> Papers(List<Field> group) => group
        .Where(field => field.Role is not (FieldRole.Prose or FieldRole.Note or FieldRole.Passage)
            && field.Value.AsSpan().ContainsAnyInRange('0', '9'))
        .SelectMany(field => IdentifierFinder.Find(field.Value)).Select(found => found.Reference?.Identifier).OfType<ArxivIdentifier>();

    /// <summary>Whether what stands around other records is a paper all the same, and no feed or list.</summary>
    public static bool IsPublished(List<Field> fields) =>
        fields.Exists(field =>
            field.Role is FieldRole.Author or FieldRole.Day or FieldRole.Year or FieldRole.Prose or FieldRole.Identifier);

    /// <summary>Whether an object with these fields is about a paper; one with a name may be about a person or a program.</summary>
    public static bool IsOfPaper(List<Field> fields) =>
        fields.Exists(field => field.Role == FieldRole.Title && !FieldNames.IsVagueTitle(field.Name))
        || fields.Exists(field =>
            field.Role is FieldRole.Author or FieldRole.Day or FieldRole.Year or FieldRole.Identifier or FieldRole.Address
                or FieldRole.Prose);

    /// <summary><c>{"family": …, "given": …}</c>, <c>{"name": …}</c>, or several of them.</summary>
    private static void TakePersons(List<Field> to, DocumentNode value)
    {
        if (value.Text is { } text)
        {
            to.Add(new(FieldRole.Author, text, value.Line));
        }
        else if (value.Items is { } items)
        {
            items.ForEach(item => TakePersons(to, item));
        }
        else if (value.Members!.Find(member => member.Key.Length == 0).Value is { Text: { } alone })
        {
            // The text of an element that has attributes, too.
            to.AddRange(PersonNames.Divide(alone).Select(name => new Field(FieldRole.Author, name, value.Line)));
        }
        else if (Surnames.Select(name => value.Members!.Find(member => FieldNames.Plain(member.Key) == name).Value)
            .FirstOrDefault(found => found?.Text is not null) is { } surname)
        {
            to.Add(new(FieldRole.Author, surname.Text!, value.Line));
        }
        else
        {
            value.Members!.ForEach(member => TakePersons(to, member.Value));
        }
    }

    /// <summary><c>{"date-parts": [[2024, 4, 30]]}</c>, or a text somewhere inside.</summary>
    private static void TakeDay(List<Field> to, DocumentNode value, string key)
    {
        var texts = value.Values().Take(8).Select(inner => inner.Text!).ToList();
        var numbers = texts.Where(text => text.Length is > 0 and <= 4 && text.All(char.IsAsciiDigit)).Take(3).ToList();
        to.AddRange((numbers.Count == 3 ? [string.Join('-', numbers)] : texts)
            .Select(text => new Field(FieldRole.Day, text, value.Line) { Name = key }));
    }

    /// <summary>
    /// The title proper where there are several; the others may be where the paper appeared. Pieces in different print are one title.
    /// </summary>
    private static void TakeTitle(List<Field> to, DocumentNode value, string key)
    {
        var proper = value;
        while (proper.Members is { Count: > 0 } members)
        {
            var titled = members.Find(member => FieldNames.RoleOf(member.Key) == FieldRole.Title);
            proper = titled.Value ?? members[0].Value;
            to.AddRange(members.Where(member => !ReferenceEquals(member.Value, proper))
                .SelectMany(member => member.Value.Values().Select(inner => (member.Key, inner)))
                .Select(other => new Field(FieldRole.Other, other.inner.Text!, other.inner.Line) { Name = other.Key }));
            if (proper.Items is { } pieces && titled.Value is null && FieldNames.Plain(members[0].Key) == "style")
            {
                var whole = string.Concat(pieces.SelectMany(piece => piece.Values()).Select(piece => piece.Text));
                to.Add(new(FieldRole.Title, whole, proper.Line) { Name = key });
                return;
            }

            if (proper.Items is { Count: > 0 } items)
            {
                proper = items[0];
            }
        }

        if (proper.Values().FirstOrDefault() is { } first)
        {
            to.Add(new(FieldRole.Title, first.Text!, first.Line) { Name = key });
        }
    }
}
