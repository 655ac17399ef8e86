/* What somebody typed as a date stays as it was typed.

   The calendar beside Wagtail's date fields replaces what it cannot read by today, when
   the field is left. The server reads more ways to write a date than the calendar does,
   and says in a sentence what it cannot read. */

document.addEventListener("focusin", ({ target }) => {
  const field = window.jQuery?.(target);
  if (field?.data("xdsoft_datetimepicker")) {
    field.off("blur.xdsoft");
  }
});
