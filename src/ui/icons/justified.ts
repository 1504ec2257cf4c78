export const justified = 'M3 3h10v7H3zM17 3h4v7h-4zM3 14h4v7H3zM11 14h10v7H11z';
