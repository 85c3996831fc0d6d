using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Desk;

/// <summary>The addresses of the desk that more than one place names.</summary>
internal static class DeskPaths
{
    public const string Api = "/api";
    public const string Assets = "/assets";
    public const string Login = "/login";

    /// <summary>Where those vote who are not the editor; below it stands the token of a ballot.</summary>
    public const string Voting = "/ballot";

    /// <summary>The same for programs, and for forms.</summary>
    public const string VotingApi = "/api/ballot";

    /// <summary>The script that answers in the browser where the service cannot be reached.</summary>
    public const string Worker = "/worker.js";

    /// <summary>Where the link leads that lets a browser in.</summary>
    public const string Link = "/desk";

    /// <summary>A month in a route: <see cref="MonthConstraint"/> says what is one.</summary>
    public const string MonthSegment = "{month:month}";

    public static string Of(Month month) => $"/{month}";

    public static string Suggestions(Month month) => $"/{month}/suggestions";

    public static string Ballot(Month month) => $"/{month}/ballot";

    public static string List(Month month) => $"/{month}/list";

    /// <summary>Whether it is for readers, too, who have nothing but the link of a ballot.</summary>
    public static bool IsForReaders(PathString path) =>
        path.StartsWithSegments(Voting) || path.StartsWithSegments(VotingApi) || path.StartsWithSegments(Assets);

    public static string Check(Month month) => $"/{month}/check";

    public static string Publish(Month month) => $"/{month}/publish";

    /// <summary>A line of the draft, from 1.</summary>
    public static string Draft(Month month, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"/{month}/draft?line={line}");

    /// <summary>The place to go back to that a form of ours names: a path of this desk and nothing else.</summary>
    /// <param name="wanted">What was sent.</param>
    /// <returns>Null where it leads elsewhere.</returns>
    public static string? Local(string? wanted) =>
        wanted is ['/', not ('/' or '\\'), ..] or "/"
            && wanted.All(letter => letter is > ' ' and < '\x7f') && !wanted.Contains('\\', StringComparison.Ordinal)
            ? wanted
            : null;
}

/// <summary>A part of a path that is a month, as <c>2024-04</c>.</summary>
internal sealed class MonthConstraint : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string text && Month.TryParse(text, out _);
}
